package io.quiver.store.proxima;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GenericValueList;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Lists and free metadata, for which the server has no values: bytes of a
 * {@code GenericValueList}. A map is keys and values by turns; within, a list or a time
 * is bytes that begin with a mark.
 *
 * @author Quiver
 */
final class NestedValues {

	private static final byte LIST = 'L';

	private static final byte TIME = 'T';

	private static final int TIME_SIZE = 1 + Long.BYTES + Integer.BYTES;

	private NestedValues() {
	}

	/**
	 * Refuse strings that have no form on the wire, keys too, at any depth.
	 */
	static void check(String column, @Nullable Object value) {
		if (value instanceof List<?> list) {
			list.forEach((element) -> check(column, element));
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((key, element) -> {
				check(column, key);
				check(column, element);
			});
		}
		else {
			UnicodeText.check(column, value);
		}
	}

	static GenericValue writeList(ColumnCodec elements, List<?> list) {
		GenericValueList.Builder message = GenericValueList.newBuilder();
		for (Object element : list) {
			message.addValues(elements.write(element));
		}
		return bytes(message.build().toByteString());
	}

	static List<Object> readList(ColumnCodec elements, GenericValue value) {
		GenericValueList message = parse(value.getBytesValue());
		List<Object> list = new ArrayList<>(message.getValuesCount());
		for (GenericValue element : message.getValuesList()) {
			Object read = elements.read(element);
			if (read != null) {
				list.add(read);
			}
		}
		return list;
	}

	static GenericValue writeMap(Map<?, ?> map) {
		GenericValueList.Builder message = GenericValueList.newBuilder();
		map.forEach((key, value) -> {
			message.addValues(GenericValue.newBuilder().setStringValue((String) key));
			message.addValues(write(value));
		});
		return bytes(message.build().toByteString());
	}

	static Map<String, @Nullable Object> readMap(GenericValue value) {
		List<GenericValue> message = parse(value.getBytesValue()).getValuesList();
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (int i = 0; i + 1 < message.size(); i += 2) {
			map.put(message.get(i).getStringValue(), read(message.get(i + 1)));
		}
		return map;
	}

	private static GenericValue write(@Nullable Object value) {
		GenericValue.Builder message = GenericValue.newBuilder();
		if (value == null) {
			return GenericValue.getDefaultInstance();
		}
		if (value instanceof String text) {
			return message.setStringValue(text).build();
		}
		if (value instanceof Boolean flag) {
			return message.setBoolValue(flag).build();
		}
		if (value instanceof Long whole) {
			return message.setInt64Value(whole).build();
		}
		if (value instanceof Double real) {
			return message.setDoubleValue(real).build();
		}
		if (value instanceof Instant time) {
			ByteBuffer bytes = ByteBuffer.allocate(TIME_SIZE).put(TIME).putLong(time.getEpochSecond());
			return bytes(UnsafeByteOperations.unsafeWrap(bytes.putInt(time.getNano()).array()));
		}
		if (value instanceof List<?> list) {
			GenericValueList.Builder elements = GenericValueList.newBuilder();
			list.forEach((element) -> elements.addValues(write(element)));
			return bytes(ByteString.copyFrom(new byte[] { LIST }).concat(elements.build().toByteString()));
		}
		throw new InvalidDataAccessApiUsageException(
				"Free metadata cannot hold a value of " + value.getClass().getName());
	}

	private static @Nullable Object read(GenericValue value) {
		if (!value.hasBytesValue()) {
			return ForwardValues.read(value);
		}
		ByteString bytes = value.getBytesValue();
		if (bytes.size() == TIME_SIZE && bytes.byteAt(0) == TIME) {
			ByteBuffer time = bytes.substring(1).asReadOnlyByteBuffer();
			return Instant.ofEpochSecond(time.getLong(), time.getInt());
		}
		if (bytes.isEmpty() || bytes.byteAt(0) != LIST) {
			throw unreadable(null);
		}
		List<@Nullable Object> list = new ArrayList<>();
		parse(bytes.substring(1)).getValuesList().forEach((element) -> list.add(read(element)));
		return list;
	}

	private static GenericValue bytes(ByteString bytes) {
		return GenericValue.newBuilder().setBytesValue(bytes).build();
	}

	private static GenericValueList parse(ByteString bytes) {
		try {
			return GenericValueList.parseFrom(bytes);
		}
		catch (InvalidProtocolBufferException ex) {
			throw unreadable(ex);
		}
	}

	private static InvalidDataAccessResourceUsageException unreadable(@Nullable Throwable cause) {
		return new InvalidDataAccessResourceUsageException(
				"A list or free metadata is stored in a form that is not this store's; another client has written it",
				cause);
	}

}
