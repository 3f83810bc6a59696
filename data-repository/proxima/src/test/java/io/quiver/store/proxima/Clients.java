package io.quiver.store.proxima;

import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Makes clients of a server as an application would.
 *
 * @author Quiver
 */
final class Clients {

	private static final int LARGE = 128 * 1024 * 1024;

	private Clients() {
	}

	static ManagedChannel channel(InetSocketAddress address) {
		return NettyChannelBuilder.forAddress(address)
			.usePlaintext()
			.flowControlWindow(LARGE)
			.maxInboundMessageSize(LARGE)
			.build();
	}

	static ProximaClient.Builder grpc(InetSocketAddress address) {
		ManagedChannel channel = channel(address);
		return ProximaClient.overGrpc(channel).address(text(address)).onClose(() -> close(channel));
	}

	private static void close(ManagedChannel channel) {
		channel.shutdownNow();
		try {
			channel.awaitTermination(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	static ProximaClient.Builder http(InetSocketAddress address) {
		return http(address, Duration.ofSeconds(5));
	}

	static ProximaClient.Builder http(InetSocketAddress address, Duration connectTimeout) {
		HttpClient http = HttpClient.newBuilder().connectTimeout(connectTimeout).build();
		RestClient client = RestClient.builder()
			.requestFactory(new JdkClientHttpRequestFactory(http))
			.baseUrl("http://" + text(address))
			.build();
		return ProximaClient.overHttp(client).address(text(address)).onClose(() -> close(http));
	}

	/**
	 * Java's client can be closed from 21 on; before, its connections end when they idle.
	 */
	private static void close(HttpClient http) {
		try {
			HttpClient.class.getMethod("shutdownNow").invoke(http);
		}
		catch (NoSuchMethodException ex) {
			return;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(InetSocketAddress address) {
		return address.getAddress().getHostAddress() + ":" + address.getPort();
	}

}
