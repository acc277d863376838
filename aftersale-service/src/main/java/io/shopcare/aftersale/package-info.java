/** Cases after the sale. */
@NullMarked
package io.shopcare.aftersale;

import org.jspecify.annotations.NullMarked;
