package io.quiver.data.core.mapping;

import java.lang.annotation.Annotation;

import io.quiver.data.core.mapping.event.AuditingCallback;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.data.auditing.IsNewAwareAuditingHandler;
import org.springframework.data.auditing.config.AuditingBeanDefinitionRegistrarSupport;
import org.springframework.data.auditing.config.AuditingConfiguration;
import org.springframework.data.config.ParsingUtils;

/**
 * Registers what {@link EnableVectorAuditing} needs.
 *
 * @author Quiver
 */
class VectorAuditingRegistrar extends AuditingBeanDefinitionRegistrarSupport {

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableVectorAuditing.class;
	}

	@Override
	protected String getAuditingHandlerBeanName() {
		return "vectorAuditingHandler";
	}

	@Override
	protected BeanDefinitionBuilder getAuditHandlerBeanDefinitionBuilder(AuditingConfiguration configuration) {
		return configureDefaultAuditHandlerAttributes(configuration,
				BeanDefinitionBuilder.rootBeanDefinition(IsNewAwareAuditingHandler.class));
	}

	@Override
	protected void postProcess(BeanDefinitionBuilder builder, AuditingConfiguration configuration,
			BeanDefinitionRegistry registry) {
		BeanDefinition entities = BeanDefinitionBuilder.genericBeanDefinition(VectorAuditedEntities.class)
			.getBeanDefinition();
		builder.addConstructorArgValue(entities);
	}

	@Override
	protected void registerAuditListenerBeanDefinition(BeanDefinition auditingHandlerDefinition,
			BeanDefinitionRegistry registry) {
		registerInfrastructureBeanWithId(BeanDefinitionBuilder.rootBeanDefinition(AuditingCallback.class)
			.addConstructorArgValue(ParsingUtils.getObjectFactoryBeanDefinition(getAuditingHandlerBeanName(), registry))
			.getBeanDefinition(), AuditingCallback.class.getName(), registry);
	}

}
