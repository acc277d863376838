package io.shopcare.acceptance.failure;

import java.util.Random;

/** Something that people do in the shop, from its beginning to its end. */
interface Errand {
    void run(Shop shop, Random dice);
}
