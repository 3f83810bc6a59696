package io.quiver.spring.boot.autoconfigure.inspect;

import java.util.concurrent.CountDownLatch;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import org.mockito.stubbing.Answer;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Stores without a system.
 *
 * @author Quiver
 */
public final class FakeStores {

	private FakeStores() {
	}

	public static RowStore named(String name) {
		RowStore store = mock();
		given(store.name()).willReturn(name);
		given(store.kind()).willReturn(
				new StoreKind("fake", Abilities.of((abilities) -> abilities.can(Ability.LIST, Ability.INSERT))));
		return store;
	}

	/**
	 * Block as a driver does that knows neither deadlines nor interrupts.
	 * @param entered counts who came
	 * @param released what they wait for
	 * @return the answer, {@code null} in the end
	 */
	public static Answer<?> blocking(CountDownLatch entered, CountDownLatch released) {
		return (call) -> {
			entered.countDown();
			while (true) {
				try {
					released.await();
					return null;
				}
				catch (InterruptedException ex) {
					// deaf
				}
			}
		};
	}

}
