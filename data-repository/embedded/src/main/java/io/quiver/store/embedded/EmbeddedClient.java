package io.quiver.store.embedded;

/**
 * The embedded engine.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EmbeddedClient implements AutoCloseable {

	private final EmbeddedSettings settings;

	private EmbeddedClient(EmbeddedSettings settings) {
		this.settings = settings;
	}

	/**
	 * Open the engine.
	 * @param settings where and how data is kept
	 * @return the engine, to be closed
	 */
	public static EmbeddedClient open(EmbeddedSettings settings) {
		return new EmbeddedClient(settings);
	}

	public EmbeddedSettings settings() {
		return this.settings;
	}

	@Override
	public void close() {
	}

}
