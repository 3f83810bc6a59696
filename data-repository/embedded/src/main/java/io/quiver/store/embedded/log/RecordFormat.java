package io.quiver.store.embedded.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How records and the heads of segments are laid out. Every record begins with its
 * segment's own random mark, so that no content can be taken for a record.
 *
 * @author Quiver
 */
final class RecordFormat {

	/** Magic, mark and the check sum of both. */
	static final int SEGMENT_HEAD = 16;

	/** Mark, length, bytes known to be safe, check sum. */
	static final int RECORD_HEAD = 20;

	private static final long MAGIC = 0x5156_524C_4F47_0001L;

	private RecordFormat() {
	}

	static byte[] segmentHead(int mark) {
		ByteBuffer head = ByteBuffer.allocate(SEGMENT_HEAD).putLong(MAGIC).putInt(mark);
		return head.putInt(checksum(head.array(), 0, SEGMENT_HEAD - 4)).array();
	}

	static boolean isSegmentHead(byte[] head) {
		ByteBuffer buffer = ByteBuffer.wrap(head);
		return buffer.getLong(0) == MAGIC && buffer.getInt(12) == checksum(head, 0, SEGMENT_HEAD - 4);
	}

	static int mark(byte[] head) {
		return ByteBuffer.wrap(head).getInt(8);
	}

	/**
	 * Return a record as it stands in the segment.
	 * @param mark the segment's mark
	 * @param safe how many bytes of the segment were acknowledged when this was written
	 * @param content the content
	 * @return head and content
	 */
	static byte[] record(int mark, long safe, byte[] content) {
		ByteBuffer record = ByteBuffer.allocate(RECORD_HEAD + content.length);
		record.putInt(mark).putInt(content.length).putLong(safe).putInt(0).put(content);
		return record.putInt(16, checksum(record.array())).array();
	}

	static boolean isRecord(byte[] record) {
		return ByteBuffer.wrap(record).getInt(16) == checksum(record);
	}

	private static int checksum(byte[] record) {
		CRC32C sum = new CRC32C();
		sum.update(record, 0, 16);
		sum.update(record, RECORD_HEAD, record.length - RECORD_HEAD);
		return (int) sum.getValue();
	}

	private static int checksum(byte[] bytes, int offset, int length) {
		CRC32C sum = new CRC32C();
		sum.update(bytes, offset, length);
		return (int) sum.getValue();
	}

}
