/**
 * What can be asked: filters, nearest neighbours, options. Immutable values that know no
 * store.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.core.query;
