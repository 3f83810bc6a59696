package io.quiver.store.proxima.http;

import java.nio.charset.StandardCharsets;

import com.google.protobuf.ByteString;
import io.quiver.store.proxima.json.JsonReader;
import io.quiver.store.proxima.json.MalformedJsonException;
import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionInfo;
import io.quiver.store.proxima.proto.DataType;
import io.quiver.store.proxima.proto.DescribeCollectionResponse;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GenericValueList;
import io.quiver.store.proxima.proto.WriteRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The server's dialect of JSON.
 *
 * @author Quiver
 */
class MessageJsonTests {

	@Test
	void requestsAreWrittenAsTheServerReadsThem() {
		WriteRequest request = WriteRequest.newBuilder()
			.setCollectionName("c")
			.setMagicNumber(-2)
			.addRows(WriteRequest.Row.newBuilder()
				.setPrimaryKey(-2)
				.setForwardColumnValues(GenericValueList.newBuilder()
					.addValues(GenericValue.newBuilder().setStringValue("\u4e2d=</\ud83d\ude00'"))
					.addValues(GenericValue.newBuilder().setInt64Value(-3))
					.addValues(GenericValue.newBuilder().setUint32Value(-1))
					.addValues(GenericValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] { -1, 0 })))
					.addValues(GenericValue.newBuilder().setBoolValue(false))
					.addValues(GenericValue.newBuilder().setDoubleValue(Double.NEGATIVE_INFINITY))
					.addValues(GenericValue.newBuilder().setFloatValue(0.1f))
					.addValues(GenericValue.getDefaultInstance())))
			.build();
		assertThat(new String(MessageWriter.write(request), StandardCharsets.UTF_8)).isEqualTo(
				"{\"collection_name\":\"c\",\"rows\":[{\"primary_key\":\"18446744073709551614\",\"forward_column_values\":{\"values\":["
						+ "{\"string_value\":\"\u4e2d=</\ud83d\ude00'\"},{\"int64_value\":\"-3\"},{\"uint32_value\":4294967295},"
						+ "{\"bytes_value\":\"/wA=\"},{\"bool_value\":false},{\"double_value\":\"-Infinity\"},"
						+ "{\"float_value\":0.1},{}]}}],\"magic_number\":\"18446744073709551614\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\"b", "a\\b", "a\nb", "a\u0000b" })
	void aStringThatTheServerWouldDamageIsRefused(String text) {
		CollectionConfig config = CollectionConfig.newBuilder().setCollectionName(text).build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> MessageWriter.write(config))
			.withMessageContaining("gRPC")
			.withMessageNotContaining(text);
	}

	@Test
	void answersAreReadAsTheServerWritesThem() {
		String json = "{\"status\":{\"code\":0,\"reason\":\"Success\"},\"new\":[{\"x\":1}],\"collection\":{\"uuid\":\"b5\",\"config\":{\"collection_name\":\"c\","
				+ "\"index_column_params\":[{\"data_type\":\"DT_VECTOR_FP32\",\"dimension\":4,\"index_type\":\"IT_PROXIMA_GRAPH_INDEX\",\"column_name\":\"v\",\"extra_params\":[]}],"
				+ "\"forward_column_names\":[\"a\"],\"max_docs_per_segment\":\"18446744073709551615\",\"repository_config\":null},"
				+ "\"status\":\"CS_SERVING\",\"magic_number\":\"0\"}}";
		DescribeCollectionResponse.Builder answer = DescribeCollectionResponse.newBuilder();
		MessageReader.read(new JsonReader(json), answer);
		CollectionInfo info = answer.getCollection();
		assertThat(answer.getStatus().getReason()).isEqualTo("Success");
		assertThat(info.getStatus()).isEqualTo(CollectionInfo.CollectionStatus.CS_SERVING);
		assertThat(info.hasLatestLsnContext()).isFalse();
		assertThat(info.getConfig().getMaxDocsPerSegment()).isEqualTo(-1);
		assertThat(info.getConfig().hasRepositoryConfig()).isFalse();
		assertThat(info.getConfig().getIndexColumnParams(0).getDataType()).isEqualTo(DataType.DT_VECTOR_FP32);
		assertThat(info.getConfig().getForwardColumnNamesList()).containsExactly("a");
	}

	@Test
	void whatIsNoNumberIsReadThoughItIsNoJson() {
		Document.Builder document = Document.newBuilder();
		MessageReader
			.read(new JsonReader("{\"score\":-inf,\"primary_key\":\"18446744073709551614\",\"forward_column_values\":["
					+ "{\"key\":\"a\",\"value\":{\"double_value\":nan}},{\"key\":\"b\",\"value\":{\"double_value\":-nan}},"
					+ "{\"key\":\"c\",\"value\":{\"float_value\":inf}},{\"key\":\"d\",\"value\":{}},"
					+ "{\"key\":\"e\",\"value\":{\"bytes_value\":\"/wA=\"}},{\"key\":\"f\",\"value\":{\"float_value\":1.23457e+08}}]}"),
					document);
		assertThat(document.getScore()).isEqualTo(Float.NEGATIVE_INFINITY);
		assertThat(document.getPrimaryKey()).isEqualTo(-2);
		assertThat(document.getForwardColumnValuesList()).extracting(GenericKeyValue::getValue)
			.containsExactly(GenericValue.newBuilder().setDoubleValue(Double.NaN).build(),
					GenericValue.newBuilder().setDoubleValue(Double.NaN).build(),
					GenericValue.newBuilder().setFloatValue(Float.POSITIVE_INFINITY).build(),
					GenericValue.getDefaultInstance(),
					GenericValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] { -1, 0 })).build(),
					GenericValue.newBuilder().setFloatValue(123457000f).build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "<html>", "{\"score\":x}", "{\"primary_key\":\"-1x\"}", "{\"score\":" })
	void whatIsNoAnswerIsRefused(String text) {
		assertThatExceptionOfType(MalformedJsonException.class)
			.isThrownBy(() -> MessageReader.read(new JsonReader(text), Document.newBuilder()));
	}

}
