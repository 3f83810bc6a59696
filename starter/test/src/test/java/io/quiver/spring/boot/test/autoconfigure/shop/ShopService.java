package io.quiver.spring.boot.test.autoconfigure.shop;

import org.springframework.stereotype.Service;

/**
 * A service, which is no part of a test of repositories.
 *
 * @author Quiver
 */
@Service
public class ShopService {

}
