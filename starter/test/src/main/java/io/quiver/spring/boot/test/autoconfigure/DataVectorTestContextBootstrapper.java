package io.quiver.spring.boot.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.test.context.TestContextBootstrapper;

/**
 * {@link TestContextBootstrapper} for {@link DataVectorTest @DataVectorTest}.
 *
 * @author Quiver
 */
class DataVectorTestContextBootstrapper extends TestSliceTestContextBootstrapper<DataVectorTest> {

}
