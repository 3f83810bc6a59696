package io.quiver.spring.boot.autoconfigure.seekdb;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Tests for {@link SeekdbProperties} (S1).
 *
 * @author Quiver
 */
class SeekdbPropertiesTests {

	private static final String PREFIX = "quiver.stores.catalog.seekdb.";

	@Test
	void withoutAnyTheServerIsHere() {
		SeekdbProperties properties = Binder.get(new MockEnvironment())
			.bindOrCreate("quiver.stores.catalog.seekdb", SeekdbProperties.class);
		assertThat(properties)
			.isEqualTo(new SeekdbProperties(null, null, null, null, null, null, Map.of(), null, null, null, null,
					SeekdbProperties.Organization.INDEX, SeekdbProperties.SyncMode.IMMEDIATE,
					SeekdbProperties.Refresh.NONE))
			.hasToString("SeekdbProperties");
		SeekdbConnectionDetails details = new PropertiesSeekdbConnectionDetails(properties);
		assertThat(details.getJdbcUrl()).isEqualTo("jdbc:mariadb://localhost:2881/test");
		assertThat(details.getUsername()).isEqualTo("root");
		assertThat(details.getPassword()).isNull();
		assertThat(details.getSecrets()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			port=0            | 0     | It must be between 1 and 65535.
			port=65536        | 65536 | It must be between 1 and 65535.
			ef-search=0       | 0     | It must be between 1 and 160000.
			ef-search=160001  | 160001 | It must be between 1 and 160000.
			lock-timeout=0    | 0s    | It must be between 1ms and 365d.
			query-timeout=-1s | -1s   | It must be between 1ms and 365d.
			query-timeout=366d | 31622400s | It must be between 1ms and 365d.
			sync-mode=async   | async | It must be 'immediate', or 'quiver.stores.catalog.seekdb.organization' 'heap'.
			""")
	void wrongValueStopsTheStartWithTheCure(String property, String value, String cure) {
		Seekdbs.runner()
			.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(InvalidConfigurationPropertyValueException.class))
				.satisfies((failure) -> {
					assertThat(failure.getName()).isEqualTo(PREFIX + property.substring(0, property.indexOf('=')));
					assertThat(failure.getValue()).asString().isEqualTo(value);
					assertThat(failure.getReason()).isEqualTo(cure);
				}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			host=http://hush        | -          | host' is neither a name nor an address | seekdb.example.com
			host=ann:hush@db        | -          | host' is neither a name nor an address | .port'
			database=test?a=hush    | -          | database' is no name of a database | .parameters'
			username=               | -          | username' is empty | name of a user
			use-existing=           | -          | use-existing' is empty | DataSource bean
			url=jdbc:mariadb://h/t  | host=hush  | host' is set beside | Remove one
			url=jdbc:mariadb://h/t  | database=hush | database' is set beside | Remove one
			use-existing=pool       | password=hush | password' is set beside | Remove one
			use-existing=pool       | lock-timeout=1s | lock-timeout' is set beside | Remove one
			url=http://hush@db      | -          | must begin with 'jdbc:' | seekdb.url'
			url=jdbc:mariadb://ann:hush@db/t | -  | must not hold a user | .username'
			url=jdbc:mariadb://db/t?password=hush | - | must not hold a password | .password'
			url=jdbc:mariadb://db/t?useServerPrepStmts=true | - | useserverprepstmts | seekdb.url'
			url=jdbc:mariadb://db/t?useServerPrepStmts | - | useserverprepstmts | seekdb.url'
			url=jdbc:mariadb://db/t?a=b&useAffectedRows&c=d | - | useaffectedrows | seekdb.url'
			url=jdbc:mariadb://db/t?useAffectedRows=1 | - | useaffectedrows | seekdb.url'
			url=jdbc:mysql://db/t?useCursorFetch=yes | - | usecursorfetch | seekdb.url'
			url=jdbc:mariadb://db:1/   | -         | names no database | seekdb.url'
			url=jdbc:mariadb://db?a=/t | -         | names no database | seekdb.url'
			parameters.useServerPrepStmts=true | - | useserverprepstmts | .parameters'
			parameters.useServerPrepStmts=1 | - | useserverprepstmts | .parameters'
			parameters.rewriteBatchedStatements=Yes | - | rewritebatchedstatements | .parameters'
			parameters.sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES' | - | no_backslash_escapes | .parameters'
			url=jdbc:hush:test      | -          | no JDBC driver | jdbc:mariadb:
			""")
	void whatCannotBeUsedStopsTheStartWithTheCureAndIsNotRepeated(String property, String other, String words,
			String cure) {
		stopsTheStart(property, other, words, cure);
	}

	@Test
	void driverThatIsMissingStopsTheStartWithItsName() throws SQLException {
		String url = "jdbc:oceanbase://localhost:2881/test";
		Driver driver = DriverManager.getDriver(url);
		DriverManager.deregisterDriver(driver);
		try {
			stopsTheStart("url=" + url, null, "no JDBC driver", "com.oceanbase:oceanbase-client");
		}
		finally {
			DriverManager.registerDriver(driver);
		}
	}

	private static void stopsTheStart(String property, @Nullable String other, String words, String cure) {
		Seekdbs.runner()
			.withPropertyValues(PREFIX + property)
			.withPropertyValues((other != null) ? new String[] { PREFIX + other } : new String[0])
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(FailureAnalyzedException.class))
				.satisfies((failure) -> {
					assertThat(failure).hasMessageContaining(words)
						.hasMessageContaining("quiver.stores.catalog.seekdb")
						.hasMessageNotContaining("hush");
					assertThat(failure.analysis().getAction()).contains(cure).doesNotContain("hush");
				}));
	}

	@ParameterizedTest
	@CsvSource({ "idle-timeout, 5s, 10s", "max-lifetime, 20s, 30s", "max-lifetime, 1ms, 30s" })
	void poolThatCannotBeKeptStopsTheStartWithTheCure(String property, String value, String least) {
		Seekdbs.runner()
			.withPropertyValues("quiver.stores.catalog.kind=seekdb",
					"quiver.stores.catalog.pool." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(InvalidConfigurationPropertyValueException.class))
				.satisfies((failure) -> {
					assertThat(failure.getName()).isEqualTo("quiver.stores.catalog.pool." + property);
					assertThat(failure.getValue()).isEqualTo(value);
					assertThat(failure.getReason()).isEqualTo("It must be 0 or at least %s.".formatted(least));
				}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "url=jdbc:mariadb://db/t?useServerPrepStmts=false&useAffectedRows=0",
			"parameters.useServerPrepStmts=false", "parameters.sessionVariables=sql_mode='STRICT_ALL_TABLES'" })
	void harmfulOptionThatIsOffIsFine(String property) {
		Seekdbs.runner().withPropertyValues(PREFIX + property).run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "db.example.com, jdbc:mariadb://db.example.com:2881/test", "my_host, jdbc:mariadb://my_host:2881/test",
			"::1, jdbc:mariadb://[::1]:2881/test", "[fe80::1], jdbc:mariadb://[fe80::1]:2881/test" })
	void addressIsShown(String host, String address) {
		Seekdbs.runner()
			.withPropertyValues(PREFIX + "host=" + host)
			.run((context) -> assertThat(context.getBean(RowStore.class).details()).containsEntry("address", address));
	}

	@Test
	void optionsAndCredentialsAreNotShown() {
		Seekdbs.runner()
			.withPropertyValues(PREFIX + "url=jdbc:mariadb://db.example.com:1/t?sessionVariables=a=hush",
					PREFIX + "username=hush", PREFIX + "password=hush", PREFIX + "parameters.connectionAttributes=hush")
			.run((context) -> assertThat(context.getBean(RowStore.class).details())
				.containsEntry("address", "jdbc:mariadb://db.example.com:1/t")
				.asString()
				.doesNotContain("hush"));
	}

	@Test
	void openConnectionToAnotherMachineIsRefusedWhereTlsIsRequired() {
		Seekdbs.runner()
			.withPropertyValues(PREFIX + "host=db.example.com", "quiver.stores.catalog.require-tls=true")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("requires TLS"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "seekdb.url=jdbc:mariadb://db.example.com/test?sslMode=verify-full",
			"seekdb.parameters.sslMode=trust", "ssl.enabled=true" })
	void encryptedConnectionToAnotherMachineIsNotRefused(String property) {
		Seekdbs.runner()
			.withPropertyValues("quiver.stores.catalog.kind=seekdb", "quiver.stores.catalog." + property,
					"quiver.stores.catalog.require-tls=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void optionThatTurnsTlsOffIsSeen() {
		Seekdbs.runner()
			.withPropertyValues(PREFIX + "url=jdbc:mariadb://db.example.com/test?sslMode=verify-full",
					PREFIX + "parameters.sslMode=disable", "quiver.stores.catalog.require-tls=true")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("requires TLS"));
	}

}
