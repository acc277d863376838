/** Profiles: who a customer is, their figures, score and stage. */
@NullMarked
package io.shopcare.crm.customers;

import org.jspecify.annotations.NullMarked;
