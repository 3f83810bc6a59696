@org.jspecify.annotations.NullMarked
package io.quiver.spring.boot.autoconfigure.seekdb;
