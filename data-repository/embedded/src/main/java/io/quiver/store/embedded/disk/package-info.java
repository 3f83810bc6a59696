/**
 * Files of one owner and one process: made for the owner only, forced with their
 * directories, written by calls that an interrupt does not end.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.store.embedded.disk;
