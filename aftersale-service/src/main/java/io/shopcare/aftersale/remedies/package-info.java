/** What is found, offered and chosen. */
@NullMarked
package io.shopcare.aftersale.remedies;

import org.jspecify.annotations.NullMarked;
