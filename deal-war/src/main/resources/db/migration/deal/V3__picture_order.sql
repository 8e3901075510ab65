-- A picture may move to another place before the one that was there has moved on or gone: places are
-- not unique while an order is being changed, pictures of a deal are.
ALTER TABLE deal_image
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (deal_id, image_id),
  ADD KEY deal_image_place (deal_id, position);
