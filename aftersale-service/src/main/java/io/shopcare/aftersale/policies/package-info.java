/** What the rules allow: policy packs as data, and pure functions that answer from them and cite the rule. */
@NullMarked
package io.shopcare.aftersale.policies;

import org.jspecify.annotations.NullMarked;
