/** What the customer is told of a case, once, in their language. */
@NullMarked
package io.shopcare.aftersale.notices;

import org.jspecify.annotations.NullMarked;
