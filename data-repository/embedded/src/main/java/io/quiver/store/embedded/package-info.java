/**
 * The embedded store: rows, vectors and words in Lucene indexes of this process, kept on
 * disk by a write-ahead log, or in memory only.
 *
 * <h2>Rooms</h2>
 * <ul>
 * <li>{@link io.quiver.store.embedded.EmbeddedClient} is the engine with all its power,
 * {@link io.quiver.store.embedded.EmbeddedStore} the port on top of it.</li>
 * <li>{@code EmbeddedCollections} keeps the collections, {@code EmbeddedRows} turns rows
 * into bytes and back, {@code EmbeddedFilters} turns filters into queries.</li>
 * <li>{@link io.quiver.store.embedded.log} is the write-ahead log.</li>
 * </ul>
 *
 * <h2>What ends in its time</h2>
 * <p>
 * Every call goes through the {@linkplain io.quiver.data.policy.StoreCalls door} of the
 * client, once. Its deadline ends what reads, wherever that is: at the rows, terms and
 * vectors that Lucene or we look at. A write is ended only until it is handed to the log,
 * while it waits for its turn and its rows are decided, so that a write that ran out of
 * time is not done at all. Upkeep takes as long as it takes.
 *
 * <h2>How a write becomes safe</h2>
 * <p>
 * Each collection has a directory with its shape, its index and its log. A write takes
 * the locks of its keys, decides each row against what is stored, appends all of it to
 * the log as one record, hands the rows to Lucene, lets the locks go and waits until the
 * log is forced, together with everybody else who waits. What the log holds is resolved
 * (whole rows and deleted keys), so that replaying it twice does no harm. From time to
 * time the log goes on in a new segment, Lucene commits with the number of that segment,
 * and older segments are deleted. There is one log for each collection and not one for
 * all, so that dropping a collection is one rename and no collection's commit waits for
 * another's.
 *
 * <h2>How a write becomes visible</h2>
 * <p>
 * Rows written since the last refresh of the index are kept in memory by their keys: a
 * read by key looks there first and refreshes nothing. Any other read refreshes the index
 * if, and only if, there was a write since the last refresh.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.store.embedded;
