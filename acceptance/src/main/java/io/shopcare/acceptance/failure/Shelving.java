package io.shopcare.acceptance.failure;

import java.util.Random;

import io.shopcare.platform.ids.Ids;

/** Goods come in. */
final class Shelving implements Errand {
    @Override
    public void run(Shop shop, Random dice) {
        shop.receive(Shop.anySku(dice), 1 + dice.nextInt(5), "delivery-" + Ids.next());
    }
}
