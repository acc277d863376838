/** What a buyer does that a shop may not want to bear for ever, and from when on a person should look at it (C15). */
@NullMarked
package io.shopcare.crm.risk;

import org.jspecify.annotations.NullMarked;
