/**
 * Tests of seekdb's room against the real server.
 */
package io.quiver.spring.boot.autoconfigure.seekdb;
