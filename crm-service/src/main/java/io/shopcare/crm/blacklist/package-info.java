/** Who is on a shop's blacklist (黑名单): a buyer, a phone or an address, with a reason, an end and a way out. */
@NullMarked
package io.shopcare.crm.blacklist;

import org.jspecify.annotations.NullMarked;
