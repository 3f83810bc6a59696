package io.quiver.store.seekdb;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TableReader}.
 *
 * @author Quiver
 */
class TableReaderTests {

	@Test
	void theSettingsOfVectorIndexesAreReadFromTheStatementOfTheTable() {
		Map<String, Map<String, String>> vectors = TableReader.vectors("""
				CREATE TABLE `t` (
				  `id` int(11) NOT NULL,
				  `v` VECTOR(3) DEFAULT NULL COMMENT 'VECTOR KEY',
				  PRIMARY KEY (`id`),
				  VECTOR KEY `An ``odd``, (one)` (`v`) WITH (DISTANCE=L2, TYPE=HNSW, LIB=VSAG, M=16) BLOCK_SIZE 16384,
				  VECTOR KEY `s` (`w`) WITH (TYPE = sindi , DISTANCE = inner_product) BLOCK_SIZE 16384
				) ORGANIZATION INDEX DEFAULT CHARSET = utf8mb4""");
		assertThat(vectors).containsOnlyKeys("an `odd`, (one)", "s");
		assertThat(vectors.get("an `odd`, (one)"))
			.isEqualTo(Map.of("distance", "l2", "type", "hnsw", "lib", "vsag", "m", "16"));
		assertThat(vectors.get("s")).isEqualTo(Map.of("distance", "inner_product", "type", "sindi"));
	}

}
