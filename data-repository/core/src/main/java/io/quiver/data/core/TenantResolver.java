package io.quiver.data.core;

import org.jspecify.annotations.Nullable;

/**
 * Tells the tenant of the current call where the options name none, such as that of the
 * user who is logged in. Asked by the caller's thread.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface TenantResolver {

	/**
	 * Return the current tenant.
	 * @return the tenant, or {@code null} if there is none
	 */
	@Nullable String resolve();

}
