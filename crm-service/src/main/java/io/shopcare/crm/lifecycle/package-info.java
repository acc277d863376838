/** Stages of a customer's life with the shop. */
@NullMarked
package io.shopcare.crm.lifecycle;

import org.jspecify.annotations.NullMarked;
