package io.quiver.store.proxima;

import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.quiver.data.policy.StoreCalls;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Clients of a server on this machine, made as the starter makes them.
 *
 * @author Quiver
 */
final class TestClients {

	private static final int WINDOW = 128 << 20;

	private TestClients() {
	}

	static ProximaClient overGrpc(InetSocketAddress address, Duration connect, StoreCalls calls) {
		ManagedChannel channel = channel(address, connect);
		return ProximaClient.overGrpc(channel)
			.calls(calls)
			.address("%s:%d".formatted(address.getHostString(), address.getPort()))
			.onClose(channel::shutdownNow)
			.build();
	}

	static ManagedChannel channel(InetSocketAddress address, Duration connect) {
		return NettyChannelBuilder.forAddress(address)
			.usePlaintext()
			.withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect.toMillis())
			.flowControlWindow(WINDOW)
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.build();
	}

	static ProximaClient overHttp(InetSocketAddress address, Duration connect, StoreCalls calls) {
		HttpClient client = HttpClient.newBuilder().connectTimeout(connect).build();
		String url = "http://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
		return ProximaClient
			.overHttp(RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(client)).baseUrl(url).build())
			.calls(calls)
			.address(url)
			.build();
	}

}
