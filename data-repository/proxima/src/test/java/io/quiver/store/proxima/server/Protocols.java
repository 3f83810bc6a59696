package io.quiver.store.proxima.server;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;

/**
 * Finds out by the first bytes which protocol a connection speaks: as the real server's
 * RPC library does, whatever the port.
 *
 * @author Quiver
 */
final class Protocols extends ByteToMessageDecoder {

	/** How HTTP 2 begins; no HTTP 1.1 method does. */
	private static final String HTTP_2 = "PRI ";

	private static final int LARGEST_BODY = 512 << 20;

	/**
	 * How much a client may send ahead, in one call and in all, as the RPC library has
	 * it.
	 */
	private static final int STREAM_WINDOW = 256 << 10;

	private static final int CONNECTION_WINDOW = 1 << 20;

	private final Desk desk;

	Protocols(Desk desk) {
		this.desk = desk;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		if (in.readableBytes() < HTTP_2.length()) {
			return;
		}
		String start = in.toString(in.readerIndex(), HTTP_2.length(), StandardCharsets.US_ASCII);
		if (start.equals(HTTP_2)) {
			speakHttp2(context.pipeline());
		}
		else {
			speakHttp1(context.pipeline());
		}
		context.pipeline().remove(this);
	}

	private void speakHttp1(ChannelPipeline pipeline) {
		pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), new HttpHandler(this.desk));
	}

	/** However many calls there are at once, and however many of them are cancelled. */
	private static Http2FrameCodecBuilder unlimited() {
		return Http2FrameCodecBuilder.forServer()
			.initialSettings(Http2Settings.defaultSettings()
				.initialWindowSize(STREAM_WINDOW)
				.maxConcurrentStreams(Http2CodecUtil.MAX_UNSIGNED_INT))
			.decoderEnforceMaxRstFramesPerWindow(0, 0)
			.encoderEnforceMaxRstFramesPerWindow(0, 0);
	}

	private void speakHttp2(ChannelPipeline pipeline) {
		pipeline.addLast(unlimited().build());
		pipeline.addLast(new Http2MultiplexHandler(new ChannelInitializer<>() {

			@Override
			protected void initChannel(Channel stream) {
				stream.pipeline().addLast(new GrpcStream(Protocols.this.desk));
			}

		}));
		pipeline
			.writeAndFlush(new DefaultHttp2WindowUpdateFrame(CONNECTION_WINDOW - Http2CodecUtil.DEFAULT_WINDOW_SIZE));
	}

}
