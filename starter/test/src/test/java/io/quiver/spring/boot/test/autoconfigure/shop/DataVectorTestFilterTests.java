package io.quiver.spring.boot.test.autoconfigure.shop;

import io.quiver.data.core.VectorOperations;
import io.quiver.spring.boot.test.autoconfigure.DataVectorTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the filters of {@link DataVectorTest @DataVectorTest}.
 *
 * @author Quiver
 */
@Tag("java21")
@DataVectorTest(includeFilters = @Filter(Service.class), properties = "quiver.stores.catalog.kind=embedded")
class DataVectorTestFilterTests {

	@Test
	void includedComponentIsThere(@Autowired ShopService service) {
		assertThat(service).isNotNull();
	}

	@Test
	void onlyStoreIsMeantWithoutItsName(@Autowired VectorOperations operations) {
		assertThat(operations.store().name()).isEqualTo("catalog");
	}

}
