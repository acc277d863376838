package io.shopcare.acceptance.failure;

import java.util.Random;

/** The shop's people look at a customer and at the open cases, as they do all day. */
final class LookingUp implements Errand {
    private static final int LOOKS = 5;

    @Override
    public void run(Shop shop, Random dice) {
        for (int look = 0; look < LOOKS; look++) {
            int status = shop.client().get("ke", "/api/crm/customers/by-buyer?shop=" + Shop.NAME
                    + "&channel=web&buyerId=lin").status();
            if (status != 200 && status != 404) // nobody has told crm of her yet
                throw new AssertionError("crm answers " + status);
            shop.client().get("shu", "/api/aftersale/cases?shop=" + Shop.NAME + "&limit=20").expect(200);
        }
    }
}
