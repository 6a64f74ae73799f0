// A transfer that nobody of us wrote, where the first run of a case would put its own. Takes $case, $id.
CREATE (:Transfer {case: $case, id: $id, since: 1, until: 1})
