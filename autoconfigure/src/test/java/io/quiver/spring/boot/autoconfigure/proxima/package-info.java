/**
 * Tests of Proxima BE's room against the test server.
 */
package io.quiver.spring.boot.autoconfigure.proxima;
