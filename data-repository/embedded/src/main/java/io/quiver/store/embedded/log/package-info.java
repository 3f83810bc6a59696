/**
 * The write-ahead log: records appended to segments, forced in groups, replayed on open.
 * It knows bytes, not rows.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.store.embedded.log;
