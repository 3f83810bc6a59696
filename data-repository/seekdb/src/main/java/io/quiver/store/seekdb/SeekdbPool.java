package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a {@linkplain SeekdbClient#builder(SeekdbPool) pool of connections} is made of.
 * Immutable; each method returns a copy.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbPool {

	/** The least time without use that is not zero: the pool does not look more often. */
	public static final Duration LEAST_IDLE_TIMEOUT = Duration.ofSeconds(10);

	/** The least lifetime that is not zero: the pool does not look more often. */
	public static final Duration LEAST_LIFETIME = Duration.ofSeconds(30);

	private final JdbcAddress address;

	private final Properties properties;

	private final SessionSettings session;

	private final Limits limits;

	private SeekdbPool(JdbcAddress address, Properties properties, SessionSettings session, Limits limits) {
		this.address = address;
		this.properties = properties;
		this.session = session;
		this.limits = limits;
	}

	/**
	 * Return the settings of a pool of eight connections without credentials, none of
	 * which is kept for more than five minutes without use, and whose statements wait no
	 * more than five seconds for a lock.
	 * @param url the JDBC URL, whose scheme names the driver: {@code jdbc:mariadb:},
	 * {@code jdbc:mysql:} or {@code jdbc:oceanbase:}
	 * @return the settings
	 * @throws IllegalArgumentException if the URL is none, holds a password, or switches
	 * on what this client cannot work with, such as {@code useServerPrepStmts}
	 */
	public static SeekdbPool of(String url) {
		return new SeekdbPool(new JdbcAddress(url), new Properties(),
				new SessionSettings(null, Duration.ofSeconds(5), null), new Limits(8, 0, Duration.ofSeconds(10),
						Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofSeconds(2)));
	}

	/**
	 * Set who connects.
	 * @param user the user, such as {@code root} or {@code root@tenant}
	 * @param password the password, or {@code null} for none
	 * @return the settings
	 */
	public SeekdbPool withCredentials(String user, @Nullable String password) {
		Assert.hasText(user, "'user' must not be empty");
		return withProperties((password != null) ? Map.of("user", user, "password", password) : Map.of("user", user));
	}

	/**
	 * Add options of the driver, which win over those of the URL.
	 * @param options the options
	 * @return the settings
	 * @throws IllegalArgumentException if one switches on what this client cannot work
	 * with
	 */
	public SeekdbPool withProperties(Map<String, String> options) {
		Properties all = new Properties();
		all.putAll(this.properties);
		all.putAll(options);
		JdbcAddress.check(all);
		return new SeekdbPool(this.address, all, this.session, this.limits);
	}

	/**
	 * Set how many connections there may be.
	 * @param maxSize the greatest number, at least 1
	 * @param minIdle how many are kept while nothing happens, not more than there may be
	 * @return the settings
	 */
	public SeekdbPool withSize(int maxSize, int minIdle) {
		Assert.isTrue(maxSize > 0, "'maxSize' must be at least 1");
		Assert.isTrue(minIdle >= 0 && minIdle <= maxSize, "'minIdle' must be between 0 and 'maxSize'");
		return with(new Limits(maxSize, minIdle, this.limits.maxWait, this.limits.idleTimeout, this.limits.maxLifetime,
				this.limits.connectTimeout));
	}

	/**
	 * Set how long a call waits for a connection, which its deadline may cut short.
	 * @param maxWait the time; zero for not at all, if all connections are in use
	 * @return the settings
	 */
	public SeekdbPool withMaxWait(Duration maxWait) {
		Assert.isTrue(!maxWait.isNegative(), "'maxWait' must not be negative");
		return with(new Limits(this.limits.maxSize, this.limits.minIdle, maxWait, this.limits.idleTimeout,
				this.limits.maxLifetime, this.limits.connectTimeout));
	}

	/**
	 * Set how long connections are kept.
	 * @param idleTimeout after what time without use one is closed, zero for never, else
	 * at least 10 seconds
	 * @param maxLifetime after what time in all one is closed, zero for never, else at
	 * least 30 seconds
	 * @return the settings
	 */
	public SeekdbPool withLifetime(Duration idleTimeout, Duration maxLifetime) {
		Assert.isTrue(idleTimeout.isZero() || idleTimeout.compareTo(LEAST_IDLE_TIMEOUT) >= 0,
				"'idleTimeout' must be zero or at least 10s: the pool does not look more often");
		Assert.isTrue(maxLifetime.isZero() || maxLifetime.compareTo(LEAST_LIFETIME) >= 0,
				"'maxLifetime' must be zero or at least 30s: the pool does not look more often");
		return with(new Limits(this.limits.maxSize, this.limits.minIdle, this.limits.maxWait, idleTimeout, maxLifetime,
				this.limits.connectTimeout));
	}

	/**
	 * Set how long it may take until a connection is there, with all that is said on it
	 * before its first use.
	 * @param connectTimeout the time, zero for no limit
	 * @return the settings
	 */
	public SeekdbPool withConnectTimeout(Duration connectTimeout) {
		Assert.isTrue(!connectTimeout.isNegative(), "'connectTimeout' must not be negative");
		return with(new Limits(this.limits.maxSize, this.limits.minIdle, this.limits.maxWait, this.limits.idleTimeout,
				this.limits.maxLifetime, connectTimeout));
	}

	/**
	 * Set after what time the server itself ends a statement, {@code ob_query_timeout}.
	 * Should be a little more than the longest time-out of a call.
	 * @param queryTimeout the time, or {@code null} for the server's default of 10
	 * seconds
	 * @return the settings
	 */
	public SeekdbPool withQueryTimeout(@Nullable Duration queryTimeout) {
		return with(new SessionSettings(queryTimeout, this.session.lockTimeout(), this.session.efSearch()));
	}

	/**
	 * Set how long a statement waits for a lock, {@code ob_trx_lock_timeout}: the server
	 * does not find deadlocks.
	 * @param lockTimeout the time, or {@code null} for as long as a statement may take
	 * @return the settings
	 */
	public SeekdbPool withLockTimeout(@Nullable Duration lockTimeout) {
		return with(new SessionSettings(this.session.queryTimeout(), lockTimeout, this.session.efSearch()));
	}

	/**
	 * Set how many candidates an approximate search looks at unless it says otherwise,
	 * {@code ob_hnsw_ef_search}.
	 * @param efSearch the number, 1 to 160000, or {@code null} for the server's default
	 * of 64
	 * @return the settings
	 */
	public SeekdbPool withEfSearch(@Nullable Integer efSearch) {
		return with(new SessionSettings(this.session.queryTimeout(), this.session.lockTimeout(), efSearch));
	}

	private SeekdbPool with(Limits limits) {
		return new SeekdbPool(this.address, this.properties, this.session, limits);
	}

	private SeekdbPool with(SessionSettings session) {
		return new SeekdbPool(this.address, this.properties, session, this.limits);
	}

	JdbcAddress address() {
		return this.address;
	}

	Properties properties() {
		return this.properties;
	}

	SessionSettings session() {
		return this.session;
	}

	Limits limits() {
		return this.limits;
	}

	/**
	 * Return where it connects to, without options and credentials.
	 */
	@Override
	public String toString() {
		return "SeekdbPool[%s]".formatted(this.address.shown());
	}

	/**
	 * How many connections, and for how long.
	 */
	record Limits(int maxSize, int minIdle, Duration maxWait, Duration idleTimeout, Duration maxLifetime,
			Duration connectTimeout) {
	}

}
