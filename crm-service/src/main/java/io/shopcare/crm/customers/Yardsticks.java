package io.shopcare.crm.customers;

import io.shopcare.crm.lifecycle.LifecycleRules;
import io.shopcare.crm.scoring.Scoring;

/** What customers are judged by: all of it data, all of it with a version. */
record Yardsticks(Scoring scoring, LifecycleRules lifecycle) {}
