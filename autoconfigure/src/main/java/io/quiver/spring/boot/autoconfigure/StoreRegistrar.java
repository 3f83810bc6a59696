package io.quiver.spring.boot.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the beans of some stores.
 *
 * @author Quiver
 */
abstract class StoreRegistrar implements ImportBeanDefinitionRegistrar {

	private final ConfigurableListableBeanFactory beanFactory;

	private final StoreDefinitions definitions;

	StoreRegistrar(BeanFactory beanFactory, Environment environment, ClassLoader classLoader) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
		this.definitions = new StoreDefinitions(environment, StoreKinds.all(classLoader), classLoader);
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		ConnectionDetailsBeans details = new ConnectionDetailsBeans(this.beanFactory);
		List<StoreDefinition> stores = stores(this.definitions, details);
		if (!stores.isEmpty()) {
			String primary = this.definitions.primary(stores);
			new StoreBeans(registry, this.beanFactory).register(details.assign(stores, primary), primary);
		}
	}

	abstract List<StoreDefinition> stores(StoreDefinitions definitions, ConnectionDetailsBeans details);

	/**
	 * The stores below {@code quiver.stores}, and those that connection details make.
	 */
	static final class Configured extends StoreRegistrar {

		Configured(BeanFactory beanFactory, Environment environment, ClassLoader classLoader) {
			super(beanFactory, environment, classLoader);
		}

		@Override
		List<StoreDefinition> stores(StoreDefinitions definitions, ConnectionDetailsBeans details) {
			List<StoreDefinition> configured = definitions.configured();
			return Stream.concat(configured.stream(), definitions.implied(configured, details).stream()).toList();
		}

	}

	/**
	 * The store that there is when none is configured.
	 */
	static final class Fallback extends StoreRegistrar {

		Fallback(BeanFactory beanFactory, Environment environment, ClassLoader classLoader) {
			super(beanFactory, environment, classLoader);
		}

		@Override
		List<StoreDefinition> stores(StoreDefinitions definitions, ConnectionDetailsBeans details) {
			return definitions.fallback().stream().toList();
		}

	}

}
