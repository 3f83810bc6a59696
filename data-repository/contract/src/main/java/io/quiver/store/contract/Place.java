package io.quiver.store.contract;

import io.quiver.data.core.mapping.VectorCollection;

import org.springframework.data.annotation.Id;

/**
 * An entity with a composite id.
 *
 * @param id the id
 * @param inhabitants how many people live there
 * @author Quiver
 */
@VectorCollection("contract_places")
record Place(@Id PlaceId id, int inhabitants) {

	/**
	 * The id.
	 *
	 * @param country the country
	 * @param city the city
	 */
	record PlaceId(String country, String city) {
	}

}
