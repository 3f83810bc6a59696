package io.quiver.data.core.mapping.event;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.core.Ordered;
import org.springframework.data.auditing.IsNewAwareAuditingHandler;

/**
 * Sets the audit properties of an entity before it becomes a row.
 *
 * @author Quiver
 * @since 0.1
 */
public class AuditingCallback implements BeforeConvertCallback<Object>, Ordered {

	private final ObjectFactory<IsNewAwareAuditingHandler> handler;

	/**
	 * Create the callback.
	 * @param handler the handler, fetched when it is first needed
	 */
	public AuditingCallback(ObjectFactory<IsNewAwareAuditingHandler> handler) {
		this.handler = handler;
	}

	@Override
	public Object onBeforeConvert(Object entity, String collection) {
		return this.handler.getObject().markAudited(entity);
	}

	@Override
	public int getOrder() {
		return 100;
	}

}
