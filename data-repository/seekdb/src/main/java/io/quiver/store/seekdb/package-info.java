/**
 * OceanBase seekdb: its client with all that the system can do, over JDBC, and the store
 * above it.
 *
 * <h2>Rooms</h2>
 * <ul>
 * <li>{@link io.quiver.store.seekdb.SeekdbClient} is the system with all its power:
 * {@link io.quiver.store.seekdb.SeekdbTables} makes and drops tables,
 * {@link io.quiver.store.seekdb.SeekdbTable} is one of them with its rows, fields,
 * indexes and partitions, {@link io.quiver.store.seekdb.SeekdbAsyncClient} the form that
 * keeps nobody waiting; all in the words of {@link io.quiver.store.seekdb.model}.</li>
 * <li>{@code ...Statements} make SQL of these words, {@code TableReads},
 * {@code TableWrites} and {@code HybridReads} make calls of it, which {@code TableCalls}
 * sends in either form. {@code TableReader} reads what a table is,
 * {@code TableDefinitions} remembers it, and {@code SearchCheck} refuses by it what the
 * server would do by reading all rows.</li>
 * <li>{@code SeekdbCalls} lends connections to the client and the store alike: through
 * the door, or within one of its tries. {@code Session} is such a connection; {@code Sql}
 * is what it is told, put together by {@code SqlBuilder}, which quotes names and binds
 * values.</li>
 * <li>{@code SeekdbConnections} is where they come from: a pool of ours or the
 * application's {@code DataSource}.</li>
 * <li>{@code SeekdbErrors} translates what goes wrong, by error codes alone.</li>
 * </ul>
 *
 * <h2>How deadlines are kept</h2>
 * <p>
 * Work stays in the caller's thread, which a transaction is bound to. A connection is
 * waited for until the deadline; while there is none at all, a failure to connect is told
 * at once. What is under way at the deadline is cut off: {@code Watch} closes the socket,
 * which the MariaDB driver lets us make, and nobody uses the connection again. Other
 * drivers, and connections of the application, are aborted by the driver, which is also
 * told of the time that is left. The server itself ends what nobody waits for when
 * {@code ob_query_timeout} says so.
 *
 * <h2>What may be repeated</h2>
 * <p>
 * What reads, and writes that leave the same behind. Anything may where no connection was
 * there. In a transaction of the application nothing may: what an earlier statement of it
 * did may be lost.
 */
@NullMarked
package io.quiver.store.seekdb;

import org.jspecify.annotations.NullMarked;
