package io.quiver.spring.boot.autoconfigure.inspect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.kind.StoreMark;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The stores of the application: its {@link RowStore} beans, whoever made them.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Stores {

	private static final String SUFFIX = "RowStore";

	private final ConfigurableListableBeanFactory beans;

	/**
	 * Create the view.
	 * @param beans the beans of the application
	 */
	public Stores(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/**
	 * Return every store. Those that are lazy are made now.
	 * @return the stores
	 */
	public List<InspectedStore> all() {
		return names(true).map(this::store).toList();
	}

	/**
	 * Return the stores that have been made.
	 * @return the stores
	 */
	public List<InspectedStore> made() {
		return names(false).filter(this.beans::containsSingleton).map(this::store).toList();
	}

	/**
	 * Return the stores that wait until they are needed.
	 * @return their kinds by name, empty where it is not known yet
	 */
	public Map<String, String> waiting() {
		Map<String, String> waiting = new LinkedHashMap<>();
		names(false).filter((bean) -> !this.beans.containsSingleton(bean)).forEach((bean) -> {
			StoreMark mark = StoreMark.of(this.beans.getMergedBeanDefinition(bean));
			if (mark != null) {
				waiting.put(mark.store(), mark.kind().name());
			}
			else {
				waiting.put((bean.endsWith(SUFFIX)) ? bean.substring(0, bean.length() - SUFFIX.length()) : bean, "");
			}
		});
		return waiting;
	}

	private Stream<String> names(boolean allowEagerInit) {
		return Arrays.stream(this.beans.getBeanNamesForType(RowStore.class, false, allowEagerInit));
	}

	private InspectedStore store(String bean) {
		RowStore rows = this.beans.getBean(bean, RowStore.class);
		return new InspectedStore(bean, rows, isPrimary(bean), calls(rows.name()));
	}

	private boolean isPrimary(String bean) {
		return names(false).count() == 1
				|| (this.beans.containsBeanDefinition(bean) && this.beans.getMergedBeanDefinition(bean).isPrimary());
	}

	private @Nullable StoreCalls calls(String store) {
		return Arrays.stream(this.beans.getBeanNamesForType(StoreCalls.class, false, false))
			.filter(this.beans::containsSingleton)
			.filter((bean) -> bean.equals(store + "StoreCalls")
					|| BeanFactoryAnnotationUtils.isQualifierMatch(store::equals, bean, this.beans))
			.findFirst()
			.map((bean) -> this.beans.getBean(bean, StoreCalls.class))
			.orElse(null);
	}

}
