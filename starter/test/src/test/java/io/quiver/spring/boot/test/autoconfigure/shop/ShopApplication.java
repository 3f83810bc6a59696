package io.quiver.spring.boot.test.autoconfigure.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application whose stores stand on a disk that a test must not touch.
 *
 * @author Quiver
 */
@SpringBootApplication
public class ShopApplication {

}
