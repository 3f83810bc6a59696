/**
 * What is asked of seekdb and what it answers, as immutable values: tables and their
 * fields, indexes and partitions; searches, queries and writes; the rows that are found.
 */
@NullMarked
package io.quiver.store.seekdb.model;

import org.jspecify.annotations.NullMarked;
