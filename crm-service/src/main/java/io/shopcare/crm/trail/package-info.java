/** Everything that happened with a customer, newest first. */
@NullMarked
package io.shopcare.crm.trail;

import org.jspecify.annotations.NullMarked;
