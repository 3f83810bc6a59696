/**
 * The port between core and the stores: rows by position, keys, filters on columns, and
 * what each kind of store can do. It was drawn from the wire of all six systems before
 * any of them was written, those first that differ most.
 *
 * <h2>One operation, six systems</h2>
 * <p>
 * The request that each call of {@link io.quiver.data.store.RowStore} becomes. "Refused"
 * means that the kind does not declare it, so that a query method that needs it stops the
 * start, and a call is answered with an error before anything is sent.
 * <table>
 * <caption>Requests by operation and store</caption>
 * <tr>
 * <th>operation</th>
 * <th>embedded</th>
 * <th>Proxima BE</th>
 * <th>seekdb</th>
 * <th>Weaviate</th>
 * <th>Pegasus</th>
 * <th>IoTDB</th>
 * </tr>
 * <tr>
 * <td>{@code create}</td>
 * <td>a directory with the shape and an index</td>
 * <td>{@code create_collection}: vectors as index columns with their metric (cosine as
 * InnerProduct of unit vectors), all else as forward columns, the bytes of vectors too,
 * since documents carry forward values only; -4000 (exists) is compared by
 * {@code describe_collection}</td>
 * <td>{@code CREATE TABLE IF NOT EXISTS} with a {@code VECTOR INDEX} per vector
 * column</td>
 * <td>{@code POST /v1/schema} with one named vector per vector column</td>
 * <td>nothing: the table is made by an administrator; a collection is a table, columns
 * are inside the value</td>
 * <td>{@code CREATE TABLE IF NOT EXISTS}: key strings as TAG, the time, values as FIELD,
 * vectors as BLOB</td>
 * </tr>
 * <tr>
 * <td>{@code addColumns}</td>
 * <td>the shape rewritten</td>
 * <td>refused</td>
 * <td>{@code ALTER TABLE ADD COLUMN}</td>
 * <td>{@code POST /v1/schema/{class}/properties}; a vector refused</td>
 * <td>nothing: a value names its columns</td>
 * <td>{@code ALTER TABLE ADD COLUMN}</td>
 * </tr>
 * <tr>
 * <td>{@code describe}</td>
 * <td>the shape as stored</td>
 * <td>{@code describe_collection}: index columns with dimension and metric, forward
 * columns by name only, since they have no type: it is taken from the shape expected</td>
 * <td>{@code information_schema} and {@code SHOW CREATE TABLE}</td>
 * <td>{@code GET /v1/schema/{class}}</td>
 * <td>{@code RPC_CM_QUERY_PARTITION_CONFIG_BY_INDEX}: only whether it is there; the shape
 * expected is the shape described, without one its keys and one binary value</td>
 * <td>{@code DESC}</td>
 * </tr>
 * <tr>
 * <td>{@code write SAVE}</td>
 * <td>log record, then update by key</td>
 * <td>one {@code write} with UPDATE and INSERT of each row, of which one always fails
 * with a known code, so that either code means that all rows are stored</td>
 * <td>multi-row {@code INSERT ... ON DUPLICATE KEY UPDATE} of all columns</td>
 * <td>gRPC {@code BatchObjects}: replaces by id</td>
 * <td>{@code MULTI_PUT} per hash key, {@code PUT} for one row</td>
 * <td>{@code insert(Tablet)}: equal key and time overwrite; a null keeps the old field,
 * so that full rows are declared as merging</td>
 * </tr>
 * <tr>
 * <td>{@code write INSERT}</td>
 * <td>refused per row if the key is there</td>
 * <td>INSERT of each row in a {@code write} of its own, many at once: only the code of
 * the last failing row comes back, and a second try could not tell</td>
 * <td>multi-row {@code INSERT}; 1062 is narrowed to its rows</td>
 * <td>the ids are read, then REST {@code POST}, which answers 422 for one that is
 * there</td>
 * <td>{@code CHECK_AND_SET} "not exist"</td>
 * <td>refused: writing is always overwriting</td>
 * </tr>
 * <tr>
 * <td>{@code write UPDATE}, with version</td>
 * <td>compared under the key's lock</td>
 * <td>UPDATE; failing rows are found by halves, since it may be repeated; no version</td>
 * <td>{@code UPDATE ... WHERE key AND version}</td>
 * <td>{@code PUT}; no version</td>
 * <td>{@code CHECK_AND_SET} on the value's version prefix</td>
 * <td>refused</td>
 * </tr>
 * <tr>
 * <td>{@code write MERGE}</td>
 * <td>read, changed and written under the key's lock</td>
 * <td>refused: UPDATE replaces the row</td>
 * <td>{@code UPDATE t SET ...}</td>
 * <td>{@code PATCH}, {@code null} for null</td>
 * <td>refused: one value holds the row</td>
 * <td>{@code insert(Tablet)} of the changed columns; no null, and a row that is not there
 * is made</td>
 * </tr>
 * <tr>
 * <td>{@code delete}</td>
 * <td>delete by key</td>
 * <td>DELETE of each key in a {@code write} of its own, many at once; "not there" is a
 * code, not a failure</td>
 * <td>{@code DELETE ... WHERE key IN}</td>
 * <td>gRPC {@code BatchDelete} by ids</td>
 * <td>{@code MULTI_REMOVE}; its count is of keys asked, so it is not reported</td>
 * <td>{@code DELETE FROM t WHERE tags AND time =}; no count</td>
 * </tr>
 * <tr>
 * <td>{@code deleteWhere}</td>
 * <td>keys of the filter, deleted in logged batches</td>
 * <td>refused</td>
 * <td>{@code DELETE ... WHERE}, repeated in bounded pieces until none is left</td>
 * <td>{@code BatchDelete} repeated until none is left: it stops at 10,000</td>
 * <td>range scan in one hash key and {@code MULTI_REMOVE}</td>
 * <td>{@code DELETE} on equality of tags and ranges of time; no count, so -1</td>
 * </tr>
 * <tr>
 * <td>{@code afterWrites}</td>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>{@code CALL dbms_index_manager.refresh()} where the index is asynchronous and the
 * application asks for it</td>
 * <td>nothing</td>
 * <td>nothing</td>
 * <td>nothing</td>
 * </tr>
 * <tr>
 * <td>{@code get}</td>
 * <td>term lookup</td>
 * <td>{@code get_document_by_key} per key, pipelined</td>
 * <td>{@code SELECT ... WHERE key IN}</td>
 * <td>{@code Search} filtered by ids</td>
 * <td>{@code BATCH_GET}, {@code MULTI_GET} within a hash key</td>
 * <td>{@code SELECT} on tags and times</td>
 * </tr>
 * <tr>
 * <td>{@code find}</td>
 * <td>filter and sort by doc values, keyset by the sort values</td>
 * <td>refused</td>
 * <td>{@code SELECT ... ORDER BY ... LIMIT}, keyset as a row comparison</td>
 * <td>{@code Search} with sort; keyset as a filter on the sort properties and the key's
 * own property, since {@code after} takes neither filter nor sort</td>
 * <td>{@code GET_SCANNER} and {@code MULTI_GET} by range; order of sort keys only</td>
 * <td>{@code SELECT ... ORDER BY time}</td>
 * </tr>
 * <tr>
 * <td>{@code nearest}</td>
 * <td>HNSW, or exactly when the filter leaves few rows</td>
 * <td>{@code query} with the vector as bytes; radius only under Euclidean</td>
 * <td>{@code ORDER BY l2_distance(...) APPROXIMATE LIMIT}; negative inner product
 * ascending</td>
 * <td>{@code Search} with {@code near_vector}, filters and distance</td>
 * <td>rows of one hash key streamed and compared here</td>
 * <td>rows of tags and a span of time streamed and compared here</td>
 * </tr>
 * <tr>
 * <td>{@code rank}</td>
 * <td>BM25, fused with neighbours by relative score</td>
 * <td>refused</td>
 * <td>{@code MATCH ... AGAINST}; {@code DBMS_HYBRID_SEARCH} or fused here</td>
 * <td>{@code bm25}, {@code hybrid} with alpha always sent</td>
 * <td>refused</td>
 * <td>refused</td>
 * </tr>
 * <tr>
 * <td>{@code count}</td>
 * <td>count of the filter</td>
 * <td>refused: statistics do not fall on delete</td>
 * <td>{@code SELECT COUNT(*)}</td>
 * <td>{@code Aggregate}</td>
 * <td>{@code SORTKEY_COUNT}, or a scan that only counts</td>
 * <td>{@code SELECT COUNT(*)}</td>
 * </tr>
 * </table>
 *
 * <p>
 * What each operation is called in metrics and properties, and whether it may be
 * repeated, is told by {@link io.quiver.data.store.StoreOperations}.
 *
 * <h2>What the table taught the port</h2>
 * <ul>
 * <li>A batch has an outcome per row that may be "unknown", since Proxima, Pegasus and
 * IoTDB apply a part and report one error.</li>
 * <li>Which filters are allowed is a rule per call, not a yes or no: IoTDB reads by any
 * field but deletes by tags and time; Pegasus needs the whole hash key.</li>
 * <li>There is no cursor: a long read is pages, each going on behind the last row, so
 * that no session is held between them. A store with a cheaper stream overrides
 * {@code stream}.</li>
 * <li>Scores cross the port as mathematical values, because the systems disagree on sign,
 * square and range.</li>
 * <li>A system keeps a shape only in part: {@code describe} with the shape expected fills
 * in what is not kept, so that shapes compare by {@code equals}.</li>
 * <li>A null in a full row is not a null everywhere: on IoTDB it keeps the old value, so
 * that replacing is an ability ({@code MERGE_NULL}) and not a matter of course.</li>
 * <li>Where versions are compared, "gone" and "another version" are one failure: an
 * {@code UPDATE ... WHERE version} that meets no row cannot tell.</li>
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.store;
