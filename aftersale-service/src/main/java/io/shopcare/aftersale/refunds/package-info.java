/** Money back: asked of order-service, approved above an agent's authority, heard of until it is known. */
@NullMarked
package io.shopcare.aftersale.refunds;

import org.jspecify.annotations.NullMarked;
