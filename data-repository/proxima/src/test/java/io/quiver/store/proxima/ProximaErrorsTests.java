package io.quiver.store.proxima;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreFaults;
import io.quiver.store.proxima.proto.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
@DisplayName("P13: status codes as exceptions")
class ProximaErrorsTests {

	@ParameterizedTest
	@CsvSource({ "-4000,org.springframework.dao.DataIntegrityViolationException",
			"-4001,org.springframework.dao.DuplicateKeyException",
			"-4002,org.springframework.dao.InvalidDataAccessResourceUsageException",
			"-4003,org.springframework.dao.InvalidDataAccessResourceUsageException",
			"-4004,org.springframework.dao.IncorrectUpdateSemanticsDataAccessException",
			"-1000,io.quiver.store.proxima.ProximaStatusException",
			"-1001,io.quiver.store.proxima.ProximaStatusException",
			"-1004,org.springframework.dao.InvalidDataAccessApiUsageException",
			"-5001,io.quiver.store.proxima.ProximaStatusException",
			"-12,io.quiver.store.proxima.ProximaStatusException" })
	void aCodeHasItsException(int code, Class<?> type) {
		DataAccessException failure = translate(code, "Some Reason");
		assertThat(failure).isExactlyInstanceOf(type)
			.hasMessageContaining(String.valueOf(code))
			.hasMessageContaining("Some Reason");
		ProximaStatusException status = ProximaStatusException.of(failure).orElseThrow();
		assertThat(status.code()).isEqualTo(code);
		assertThat(status.reason()).isEqualTo("Some Reason");
		assertThat(StoreFaults.isFault(failure)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { -2000, -2009, -2010, -2012, -2021, -2024, -3000, -3008, -4007 })
	void aBadRequestIsTheCallersMistake(int code) {
		assertThat(translate(code, "")).isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1014, -5000, -5003, -5004, -5005, -5006 })
	void whatMayPassIsTransient(int code) {
		assertThat(translate(code, "")).isExactlyInstanceOf(TransientDataAccessResourceException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { -4005, -4008 })
	void aWriteThatIsRefusedAsAWholeMayBeRepeated(int code) {
		DataAccessException failure = translate(code, "");
		assertThat(failure).isInstanceOf(NotSentException.class);
		assertThat(StoreFaults.mayBeDone(failure)).isFalse();
	}

	@Test
	void aCodeWithoutAReasonIsShownAsItIs() {
		assertThat(translate(-1000, "")).hasMessage("write on 'c' failed with status -1000");
	}

	private static DataAccessException translate(int code, String reason) {
		return ProximaErrors.translate("write on 'c'", Status.newBuilder().setCode(code).setReason(reason).build());
	}

}
