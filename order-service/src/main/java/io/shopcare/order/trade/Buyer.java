package io.shopcare.order.trade;

/**
 * Who asks and orders (买家), as known in one shop and channel.
 *
 * @param buyerId opaque id in that channel
 */
public record Buyer(String shop, String channel, String buyerId) {}
