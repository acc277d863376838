/** Who answers: presence and capacity of agents, and the assignment of waiting conversations. */
@NullMarked
package io.shopcare.presale.routing;

import org.jspecify.annotations.NullMarked;
