package io.shopcare.gateway;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on a caller whose request's head has begun to come in and is not whole within a while, however its bytes trickle.
 * One for each connection, behind the codec: a read out of which nothing was decoded, outside a body, was part of a head.
 */
final class SlowHeads extends ChannelInboundHandlerAdapter {
    private final Duration within;
    private boolean isWithinBody;
    private boolean hasDecoded;
    private @Nullable Future<?> hangUp;

    SlowHeads(Duration within) {
        this.within = within;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        hasDecoded = true;
        calm();
        isWithinBody = !(message instanceof LastHttpContent);
        if (message instanceof HttpRequest request
                && "websocket".equalsIgnoreCase(request.headers().get(HttpHeaderNames.UPGRADE)))
            context.pipeline().remove(this); // what comes now are frames
        super.channelRead(context, message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (!hasDecoded && !isWithinBody && hangUp == null)
            hangUp = context.executor().schedule(() -> context.close(), within.toMillis(), TimeUnit.MILLISECONDS);
        hasDecoded = false;
        super.channelReadComplete(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        calm();
        super.channelInactive(context);
    }

    private void calm() {
        if (hangUp != null)
            hangUp.cancel(false);
        hangUp = null;
    }
}
