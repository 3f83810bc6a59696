/**
 * A kind of store as somebody else would plug it in: it looks remote and connects to
 * nothing.
 */
package io.quiver.spring.boot.autoconfigure.remote;
